find year:x data/articles
