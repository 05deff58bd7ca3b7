people data/articles
