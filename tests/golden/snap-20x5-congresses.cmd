snap --size 20x5 --styles --keys 'z<Snap>z<Snap>zj<Enter><Enter>jq*<Snap>h' data/articles
