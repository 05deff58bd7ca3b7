snap --lang zh_CN --size 80x24 --keys 'jjjj<Enter><Space>t<Snap><Size:120x40><Snap><Size:40x12><Snap><Size:20x5>' data/articles
