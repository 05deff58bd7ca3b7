snap --size 10x2 --keys '<Snap><Size:1x1><Snap><Size:1000x1><Snap><Size:12x3><Snap><Enter><Snap><Size:20x5>' data/articles
