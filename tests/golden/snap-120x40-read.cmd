snap --size 120x40 --styles --keys 'j<Enter><Space>j' data/articles
