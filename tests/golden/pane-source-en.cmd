snap --lang en --size 80x24 --keys 'jjj<Enter><Space>u<Snap><Size:120x40><Snap><Size:40x12><Snap><Size:20x5>' data/articles
