outline data/articles/002_a91f9b725c2b1236.txt
