snap --lang en --size 80x24 --keys '\职工 主力军<Enter>jj<Snap><Size:120x40><Snap><Size:40x12><Snap><Size:20x5>' data/articles
