terms data/articles
