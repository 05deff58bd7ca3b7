snap --size 120x40 --keys 'jjjjj<Enter>t' data/articles
