find --count 主力军 data/articles
