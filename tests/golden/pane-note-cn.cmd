snap --lang zh_CN --size 80x24 --keys '<Enter> a第一行<Enter>第二<Snap><Size:120x40><Snap><Size:40x12><Snap><Size:20x5>' data/articles
