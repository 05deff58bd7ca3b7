snap --size 80x24 --keys 'jjj<Enter><Space><Snap>u<Snap>j<Snap>u' data/articles
