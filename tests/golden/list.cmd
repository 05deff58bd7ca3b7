list data/articles
