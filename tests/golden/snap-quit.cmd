snap --keys q data/articles
