snap --size 120x40 --keys 'P<Snap>jj<Tab>' data/articles
