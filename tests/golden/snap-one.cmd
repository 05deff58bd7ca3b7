snap --size 80x24 --keys 't' data/articles/003_b8a5f1a8ad61fe87.txt
