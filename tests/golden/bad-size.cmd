snap --size 80 data/articles
