snap --size 80x24 --keys 'P<Snap>jj<Tab>' data/articles
