snap --size 40x12 --styles --keys 'jjjj<Enter>t<Snap>j<Enter><Snap>]]<Snap>[[' data/articles
