snap --size 40x12 --keys 'jjj<Enter><Space><Snap>u<Snap>j<Snap>u' data/articles
