check data/articles
