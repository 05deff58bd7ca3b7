snap --size 80x12 --styles --keys 'jjjj<Enter>uvx<Snap>vx' data/articles
