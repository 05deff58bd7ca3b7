find 主力军 data/articles
