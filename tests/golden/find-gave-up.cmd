find '/(会议|会|议|.)+[QZ]/' data/articles
