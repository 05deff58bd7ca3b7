find --sort weight 工会 data/articles
