snap --size 120x40 --styles --keys '\<Snap>职工 主力军<Snap><Enter>jj<Snap><Enter><Snap>nn' data/articles
