snap --size 40x12 --styles --keys 'jj' data/articles
