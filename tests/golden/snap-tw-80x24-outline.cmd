snap --lang zh_TW --size 80x24 --keys 'jjjjj<Enter>t' data/articles
