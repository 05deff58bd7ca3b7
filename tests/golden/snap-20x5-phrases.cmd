snap --size 20x5 --keys 'P<Snap>jj<Tab>' data/articles
