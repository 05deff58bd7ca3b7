snap --size 120x30 --keys '<Tab><Space><Space><Snap><Size:50x20><Snap><Size:200x50><Snap><Size:120x30>' data/articles
