snap --size 120x40 --keys 'jjj<Enter><Space><Snap>u<Snap>j<Snap>u' data/articles
