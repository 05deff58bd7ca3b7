find '主力军 "工人' data/articles
