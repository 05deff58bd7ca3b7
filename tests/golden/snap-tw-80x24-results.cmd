snap --lang zh_TW --size 80x24 --keys '\职工<Enter>' data/articles
