snap --lang zh_TW --size 80x24 --keys '<Enter>' data/articles
