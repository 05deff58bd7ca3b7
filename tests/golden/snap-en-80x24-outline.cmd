snap --lang en --size 80x24 --keys 'jjjjj<Enter>t' data/articles
