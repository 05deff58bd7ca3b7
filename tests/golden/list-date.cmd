list --sort date data/articles
