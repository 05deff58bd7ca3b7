snap --size 80x24 --styles --keys 'jjjj<Enter>t<Snap>j<Enter><Snap>]]<Snap>[[' data/articles
