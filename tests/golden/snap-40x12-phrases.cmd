snap --size 40x12 --keys 'P<Snap>jj<Tab>' data/articles
