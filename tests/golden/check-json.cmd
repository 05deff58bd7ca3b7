check --json data/articles
