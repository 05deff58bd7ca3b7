show --hang perhaps data/articles
