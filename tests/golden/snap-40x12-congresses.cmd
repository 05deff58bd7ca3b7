snap --size 40x12 --styles --keys 'z<Snap>z<Snap>zj<Enter><Enter>jq*<Snap>h' data/articles
