list --nonsense data/articles
