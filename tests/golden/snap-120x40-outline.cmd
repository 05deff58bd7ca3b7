snap --size 120x40 --styles --keys 'jjjj<Enter>t<Snap>j<Enter><Snap>]]<Snap>[[' data/articles
