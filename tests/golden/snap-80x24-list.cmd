snap --size 80x24 --styles --keys 'jj' data/articles
