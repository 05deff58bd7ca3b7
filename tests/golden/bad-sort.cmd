list --sort colour data/articles
