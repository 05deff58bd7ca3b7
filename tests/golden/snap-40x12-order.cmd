snap --size 40x12 --keys 'o<Snap>o' data/articles
