snap --size 120x40 --styles --keys 'jj' data/articles
