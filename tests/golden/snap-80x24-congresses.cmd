snap --size 80x24 --styles --keys 'z<Snap>z<Snap>zj<Enter><Enter>jq*<Snap>h' data/articles
