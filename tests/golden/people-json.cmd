people --json data/articles
