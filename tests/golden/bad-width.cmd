show --width 0 data/articles
