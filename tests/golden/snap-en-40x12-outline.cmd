snap --lang en --size 40x12 --keys 'jjjjj<Enter>t' data/articles
