snap --size 120x30 --keys 'O<Snap><Enter><Snap>O<Snap><Tab>' data/articles
