show --breaks loose data/articles
