list --json data/articles
