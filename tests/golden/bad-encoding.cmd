list --encoding klingon data/articles/000_dd3cd50c1a9b0dee.txt
